package nightfill.application.access;

/** Counts how often a hash is asked whether a password is right. */
final class CountedHash implements PasswordHash {

    private final PasswordHash hash;
    int asked;

    CountedHash(PasswordHash hash) {
        this.hash = hash;
    }

    @Override
    public String of(String password) {
        return hash.of(password);
    }

    @Override
    public boolean matches(String password, String kept) {
        asked++;
        return hash.matches(password, kept);
    }
}
