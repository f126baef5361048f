package nightfill.adapter.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import nightfill.adapter.web.bearer.BearerTokens;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Asks once more whether a token counts when the body has come, which may take as long as the program likes. */
@RestControllerAdvice(basePackageClasses = StillCounts.class)
public final class StillCounts extends RequestBodyAdviceAdapter {

    private final BearerTokens tokens;
    private final HttpServletRequest request;

    /** @param request stands for the one that is being answered */
    public StillCounts(BearerTokens tokens, HttpServletRequest request) {
        this.tokens = tokens;
        this.request = request;
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** @throws org.springframework.security.core.AuthenticationException when it does not */
    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        tokens.requireStill(request);
        return body;
    }
}
