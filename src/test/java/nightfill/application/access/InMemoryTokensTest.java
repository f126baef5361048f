package nightfill.application.access;

class InMemoryTokensTest extends TokensContract {

    private final InMemoryTokens tokens = new InMemoryTokens();

    @Override
    protected Tokens tokens() {
        return tokens;
    }
}
