package nightfill.application.access;

class InMemorySetupCodesTest extends SetupCodesContract {

    private final SetupCodes codes = new InMemorySetupCodes();

    @Override
    protected SetupCodes codes() {
        return codes;
    }
}
