package nightfill.application.night;

import nightfill.application.run.HowFar;

/** Shows people how far a step is. */
public interface Progress {

    /** Begins to show a step. */
    Step begin(String step);

    /** A step that is being shown. */
    interface Step extends HowFar {

        /** Shows that it is done. */
        void end();

        /** Shows that it broke off, unless it is done. */
        default void leave() {}
    }
}
