package nightfill.application.access;

import java.io.IOException;
import nightfill.domain.access.SecretCode;

/** Where the host shows the setup code to whoever started the console. */
public interface SetupNotice {

    /** Puts a code in place of any other. */
    void show(SecretCode code) throws IOException;

    /** Takes away what was shown, if anything was. */
    void withdraw();
}
