package nightfill.application.access;

/** A slow hash that shows nothing of the password. */
public interface PasswordHash {

    String of(String password);

    boolean matches(String password, String hash);
}
