package nightfill.adapter.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** A stack trace, each of whose messages is on one line. */
public final class ShownTrace extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(new Shown(failure));
    }

    private record Shown(IThrowableProxy of) implements IThrowableProxy {

        @Override
        public @Nullable String getMessage() {
            return of.getMessage() == null ? null : Visible.shown(of.getMessage());
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return of.getCause() == null ? null : new Shown(of.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(of.getSuppressed()).map(Shown::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public String getClassName() {
            return of.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return of.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return of.getCommonFrames();
        }

        @Override
        public boolean isCyclic() {
            return of.isCyclic();
        }
    }
}
