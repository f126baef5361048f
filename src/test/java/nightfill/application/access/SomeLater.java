package nightfill.application.access;

import java.util.function.Consumer;

/** Does later what a test does with it. */
record SomeLater(Consumer<Runnable> to) implements AccessTrail.Later {

    @Override
    public void doing(Runnable work) {
        to.accept(work);
    }

    @Override
    public void unnoted(RuntimeException failure) {
        // whoever refuses and says goodbye goes on
    }
}
