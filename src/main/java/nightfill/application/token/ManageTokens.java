package nightfill.application.token;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.Secrets;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.TokenSecret;

/** Makes and revokes the tokens of programs. */
public record ManageTokens(Tokens tokens, Secrets secrets, InstantSource clock) {

    /** By client. */
    public List<Token> list() {
        return tokens.list();
    }

    /**
     * Makes a token for a program that has none yet.
     *
     * @throws Problem (refused) when there is one of that name, revoked or not
     */
    public Made make(AccountName client, Role role) {
        TokenSecret secret = TokenSecret.of(secrets.random(TokenSecret.BYTES));
        Token token = new Token(client, role, clock.instant(), Optional.empty());
        if (!tokens.add(token, secret.hash())) {
            throw Problem.refused(
                    "there is a token of %s already".formatted(client), Remedy.mend("name the client otherwise"));
        }
        return new Made(token, secret);
    }

    /**
     * Lets a program in no more.
     *
     * @throws Problem (refused) when no token of it counts
     */
    public void revoke(AccountName client) {
        if (!tokens.revoke(client, clock.instant())) {
            throw Problem.refused("no token of %s counts".formatted(client), Remedy.mend("look at the list again"));
        }
    }

    /** A token, and its secret, which is shown this once. */
    public record Made(Token token, TokenSecret secret) {}
}
