package nightfill.adapter.web.console.act;

import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.application.act.RunTarget;
import nightfill.application.act.Target;
import nightfill.domain.access.Act;

/** Where the pages of acts are. */
final class ActPaths {

    private ActPaths() {}

    /** Below the page of what it is done to. */
    static String of(Act act, Target target) {
        return target(target) + "/" + AccessMatrix.segment(act);
    }

    private static String target(Target target) {
        if (target instanceof RunTarget run) {
            return RunAddress.of(run.run().run().name()).path();
        }
        return "/nights/" + target.date();
    }

    /** Where whoever will not do it goes. */
    static String back(Target target) {
        return target instanceof RunTarget ? target(target) : "/";
    }

    static String backTo(Target target) {
        return target instanceof RunTarget run ? run.run().run().name().title() : "Nights";
    }
}
