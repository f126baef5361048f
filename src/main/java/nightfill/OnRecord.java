package nightfill;

import java.io.PrintWriter;
import nightfill.adapter.cli.CommandContext.AuditedWork;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.application.UseCases;
import nightfill.application.access.Audited;
import nightfill.application.access.Audited.Asked;
import nightfill.domain.access.AuditEntry.Request;
import org.slf4j.LoggerFactory;

/** Lets a command work between the two entries of the audit trail, with warnings to people and to the log. */
record OnRecord(Caller caller, PrintWriter err) {

    private static final String UNNOTED = "the audit trail does not say what came of this";

    void work(Request request, AuditedWork work, UseCases useCases, Database database) {
        Audited audited = useCases.trail().audited();
        Asked asked = database.explaining(() -> audited.ask(request, caller.asked()));
        audited.work(asked, () -> database.explaining(() -> work.run(useCases, asked)), this::unnoted);
    }

    private void unnoted(RuntimeException failure) {
        LoggerFactory.getLogger(OnRecord.class).warn(UNNOTED, failure);
        err.println("warning: " + UNNOTED + ": " + DatabaseTrouble.of(failure));
        err.flush();
    }
}
