package nightfill.application.access;

import java.time.Instant;

/** The setup code in memory. */
public final class InMemorySetupCodes implements SetupCodes {

    private String hash = "";
    private Instant validUntil = Instant.MIN;

    @Override
    public void replace(String codeHash, Instant until) {
        hash = codeHash;
        validUntil = until;
    }

    @Override
    public boolean isValid(String codeHash, Instant now) {
        return isAnyValid(now) && codeHash.equals(hash);
    }

    @Override
    public boolean isAnyValid(Instant now) {
        return now.isBefore(validUntil);
    }

    @Override
    public void forget() {
        validUntil = Instant.MIN;
    }
}
