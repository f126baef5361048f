package nightfill.application.run;

class InMemoryBesideTest extends BesideContract {

    @Override
    protected Beside beside() {
        return new InMemoryBeside();
    }
}
