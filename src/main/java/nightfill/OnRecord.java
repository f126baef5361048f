package nightfill;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.cli.CommandContext.AuditedWork;
import nightfill.adapter.log.LogbackLabels;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.application.UseCases;
import nightfill.application.access.Audited;
import nightfill.application.access.Audited.Asked;
import nightfill.application.problem.Problem;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.watch.RetryPlan;
import nightfill.domain.words.Visible;
import nightfill.process.Caller;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Lets a command work between the two entries of the audit trail, with warnings to people and to the log. */
record OnRecord(Caller caller, PrintWriter err) {

    private static final String UNNOTED = "the audit trail does not say what came of this";

    void work(Request request, AuditedWork work, UseCases useCases, Database database) {
        Audited audited = useCases.trail().audited();
        Asked asked = database.explaining(() -> ask(request, audited, useCases));
        if (caller.asked().isEmpty()) {
            caller.retries().ifPresent(plan -> keep(plan, asked, useCases));
        }
        List<RuntimeException> unnoted = new ArrayList<>();
        try {
            audited.work(asked, () -> database.explaining(() -> work.run(useCases, asked)), unnoted::add);
        } catch (Problem problem) {
            if (Database.isLost(problem)) {
                // where nothing can be noted is said already
                unnoted.clear();
            }
            throw problem;
        } finally {
            unnoted.forEach(this::warn);
        }
    }

    /** The log says who has asked in a console, rather than as whom that runs. */
    private Asked ask(Request request, Audited audited, UseCases useCases) {
        Asked asked = audited.ask(request, caller.asked());
        caller.asked().map(entry -> useCases.trail().entries().before(entry + 1, 1)).stream()
                .flatMap(List::stream)
                .forEach(noted -> LogbackLabels.actor(noted.request().actor().title()));
        return asked;
    }

    /** The night goes on where it cannot be kept: only people would have read it. */
    private static void keep(RetryPlan plan, Asked asked, UseCases useCases) {
        try {
            useCases.trail().retries().keep(asked.id(), plan);
        } catch (DataAccessException e) {
            LoggerFactory.getLogger(OnRecord.class).warn("the console will not say when it is tried again", e);
        }
    }

    private void warn(RuntimeException failure) {
        LoggerFactory.getLogger(OnRecord.class).warn(UNNOTED, failure);
        err.println("warning: " + UNNOTED + ": " + Visible.shown(DatabaseTrouble.of(failure)));
        err.flush();
    }
}
