package nightfill.application.access;

import java.time.Instant;
import java.util.Set;
import nightfill.domain.access.Totp;

/** How the person of an account proves who they are: by an invitation first, by keys of their own from then on. */
public sealed interface Credentials {

    /** A code that lets whoever brings it choose keys, once. */
    record Invitation(String codeHash, Instant until) implements Credentials {

        /** Nothing that a log may not show. */
        @Override
        public String toString() {
            return "an invitation until " + until;
        }
    }

    /**
     * What the person chose.
     *
     * @param lastStep of the factor that was used; no code of it or an earlier one counts again
     * @param recovery the hashes of the recovery codes that are left
     */
    record Keys(String passwordHash, Totp factor, long lastStep, Set<String> recovery) implements Credentials {

        /** Nothing that a log may not show. */
        @Override
        public String toString() {
            return "keys with %d recovery codes".formatted(recovery.size());
        }
    }
}
