package nightfill.adapter.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import nightfill.domain.words.Visible;

/** An entry's message, on one line: what comes from outside can make no other entry of it, nor hide. */
public final class ShownMessage extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Visible.shown(String.valueOf(event.getFormattedMessage()));
    }
}
