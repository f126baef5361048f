package nightfill.domain.watch;

/** Whether a process lives, as far as that can be told. */
public enum Liveness {
    ALIVE,
    /** Only where there is proof. */
    DEAD,
    CANNOT_BE_TOLD
}
