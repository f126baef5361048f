package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.application.look.LookUp;
import nightfill.application.look.Names.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Goes to what somebody typed, or says what there is of that name. */
@Controller
public record FindPage(Pages pages, LookUp lookUp) {

    /**
     * What has a name.
     *
     * @param nothing whether something was asked for in vain
     */
    record View(String name, boolean nothing, boolean any, List<Choice> choices) {}

    record Choice(String kind, String path) {}

    @GetMapping("/find")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @RequestParam(name = "text", defaultValue = "") String text) {
        LookUp.Found found = lookUp.of(text);
        if (found.kinds().size() == 1) {
            return SeeOther.at(Named.of(found.kinds().get(0), found.name()).path());
        }
        return found.kinds().isEmpty()
                ? nothing(pages, request, text)
                : pages.show("find", frame(request), view(found));
    }

    /** Says that nothing has a name, and what can be done about it. */
    static ResponseEntity<byte[]> nothing(Pages pages, HttpServletRequest request, String name) {
        HttpStatus status = name.isBlank() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        return pages.show(status, "find", frame(request), new View(name, !name.isBlank(), false, List.of()));
    }

    private static Frame frame(HttpServletRequest request) {
        return Frame.of(request, "Find");
    }

    private static View view(LookUp.Found found) {
        return new View(
                found.name(),
                false,
                true,
                found.kinds().stream()
                        .map(kind -> new Choice(
                                word(kind), Named.of(kind, found.name()).path()))
                        .toList());
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case ORDER -> "the order";
            case BATCH -> "the batch";
            case SKU -> "the SKU";
        };
    }
}
