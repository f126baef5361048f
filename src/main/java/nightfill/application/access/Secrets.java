package nightfill.application.access;

import nightfill.domain.access.SecretCode;

/** What nobody can guess. */
public interface Secrets {

    byte[] random(int bytes);

    default SecretCode code() {
        return SecretCode.of(random(SecretCode.BYTES));
    }
}
