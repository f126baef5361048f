package nightfill.application.access;

import nightfill.domain.access.Totp;

/**
 * What a person chose to log in with from now on.
 *
 * @param factor the secret that was shown to them
 * @param code what their app made of it, as proof that it has it
 */
public record Chosen(String password, Totp factor, String code) {

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "chosen keys";
    }
}
