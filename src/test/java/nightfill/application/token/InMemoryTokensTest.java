package nightfill.application.token;

class InMemoryTokensTest extends TokensContract {

    private final InMemoryTokens tokens = new InMemoryTokens();

    @Override
    protected Tokens tokens() {
        return tokens;
    }
}
