package nightfill.adapter.json;

import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes what would hide from people who read JSON; a program finds the text as it is. */
final class HiddenEscaped extends CharacterEscapes {

    private final int[] ascii = standardAsciiEscapesForJSON();

    HiddenEscaped() {
        ascii[0x7F] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Of a character of two units, each is asked for by itself, so that all of them are escaped. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
        String text = String.valueOf((char) unit);
        return Character.isSurrogate((char) unit) || !Visible.unhidden(text).equals(text)
                ? new SerializedString("\\u%04X".formatted(unit))
                : null;
    }
}
