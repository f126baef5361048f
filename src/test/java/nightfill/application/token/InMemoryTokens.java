package nightfill.application.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.domain.access.AccountName;

/** Tokens in memory. */
public final class InMemoryTokens implements Tokens {

    private final Map<String, Token> tokens = new LinkedHashMap<>();

    @Override
    public Optional<Token> bearing(String secretHash) {
        return Optional.ofNullable(tokens.get(secretHash));
    }

    @Override
    public List<Token> list() {
        List<Token> list = new ArrayList<>(tokens.values());
        list.sort(Comparator.comparing(Token::client));
        return list;
    }

    @Override
    public boolean add(Token token, String secretHash) {
        return tokens.values().stream().noneMatch(known -> known.client().equals(token.client()))
                && tokens.put(secretHash, token) == null;
    }

    @Override
    public boolean revoke(AccountName client, Instant now) {
        boolean counts = tokens.values().stream()
                .anyMatch(token -> token.counts() && token.client().equals(client));
        tokens.replaceAll((hash, token) -> token.counts() && token.client().equals(client)
                ? new Token(
                        token.client(),
                        token.role(),
                        token.made(),
                        Optional.of(now.isBefore(token.made()) ? token.made() : now))
                : token);
        return counts;
    }
}
