package nightfill.application.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.domain.access.AccountName;

/** The tokens there are; none is ever removed, for the audit trail names its client. */
public interface Tokens {

    /** The token of the secret with that hash, be it revoked or not. */
    Optional<Token> bearing(String secretHash);

    /** By client. */
    List<Token> list();

    /** Adds a token; whether there was none of its client yet. */
    boolean add(Token token, String secretHash);

    /**
     * Lets a client's secret count no more, from now on, or from when it was made where a clock has that later; whether there
     * is such a client whose secret still counted.
     */
    boolean revoke(AccountName client, Instant now);
}
