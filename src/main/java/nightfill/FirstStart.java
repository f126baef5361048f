package nightfill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import nightfill.application.access.SetUp;
import nightfill.application.problem.Problem;

/**
 * The first start of a console, of which nobody has an account.
 *
 * @param setupCode where the code is laid
 */
record FirstStart(Console console, Path setupCode, PrintWriter err) {

    /** Says how the first account is made, where there is none. */
    void announce(Database database) {
        database.explaining(console::setUp).ifPresent(this::announce);
    }

    /** A log would keep the code, so it is shown to a person, or laid where only this user can read it. */
    private void announce(SetUp.Begun begun) {
        String what = "nobody has an account yet: open %sset-up within %d minutes with the setup code"
                .formatted(console.address(), SetUp.VALIDITY.toMinutes());
        if (Boolean.getBoolean("nightfill.terminal")) {
            err.println(what + " " + begun.code().shown());
            return;
        }
        try {
            console.notice().show(begun.code());
            err.println(what + " in " + setupCode);
        } catch (IOException e) {
            throw Problem.failed("%s cannot be written".formatted(setupCode), e);
        }
    }
}
