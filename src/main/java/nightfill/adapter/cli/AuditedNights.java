package nightfill.adapter.cli;

import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.cli.text.DeliveryText;
import nightfill.application.access.Audited.Asked;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.publish.DeliverNights.Listener;
import nightfill.application.publish.Published;
import nightfill.domain.run.Run;

/** Shows people how nights end, and keeps for the audit trail which runs were worked on. */
record AuditedNights(DeliveryText text, Asked asked, List<String> endings) implements Listener {

    AuditedNights(DeliveryText text, Asked asked) {
        this(text, asked, new ArrayList<>());
    }

    /** In a line. */
    String ended() {
        return String.join("; ", endings);
    }

    @Override
    public void begun(Run run) {
        asked.concerns(run.title());
    }

    @Override
    public void night(NightOutcome outcome) {
        endings.add(outcome.run().title() + (outcome.alreadyFinished() ? " is finished already" : " is finished"));
        text.night(outcome);
    }

    @Override
    public void published(Published published) {
        text.published(published);
    }

    @Override
    public void note(String note) {
        text.note(note);
    }

    @Override
    public void problem(Problem problem) {
        text.problem(problem);
    }
}
