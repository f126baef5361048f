package nightfill.application.access;

class InMemoryFailedLogInsTest extends FailedLogInsContract {

    private final FailedLogIns failed = new InMemoryFailedLogIns();

    @Override
    protected FailedLogIns failed() {
        return failed;
    }
}
