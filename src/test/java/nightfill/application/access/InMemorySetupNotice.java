package nightfill.application.access;

import java.util.Optional;
import nightfill.domain.access.SecretCode;

/** A setup code on a note of paper. */
final class InMemorySetupNotice implements SetupNotice {

    private Optional<SecretCode> shown = Optional.empty();

    Optional<SecretCode> shown() {
        return shown;
    }

    @Override
    public void show(SecretCode code) {
        shown = Optional.of(code);
    }

    @Override
    public void withdraw() {
        shown = Optional.empty();
    }
}
