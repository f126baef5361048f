package nightfill.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** What an {@link IdentityProvider} is made of. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class IdentityProviderWiring {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IdentityProvider provider) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, more -> more.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .addFilterBefore(new Again(provider), SecurityContextHolderFilter.class)
                .build();
    }

    /** Its page has no script and no token, so that a client without a browser can fill it in. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, IdentityProvider provider) {
        var back = new SavedRequestAwareAuthenticationSuccessHandler();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.successHandler((request, response, who) -> {
                    provider.loggedIn(who.getName(), Instant.now());
                    back.onAuthenticationSuccess(request, response, who);
                }))
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(key()));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys, IdentityProvider provider) throws JOSEException {
        NimbusJwtEncoder usual = new NimbusJwtEncoder(keys);
        NimbusJwtEncoder other = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key())));
        return token -> (provider.signsWithAnotherKey() ? other : usual).encode(token);
    }

    /** For its own endpoint of what it knows of people, which nobody here asks. */
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    private static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("the one").generate();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProvider provider) {
        return token -> {
            if (token.getTokenType().getValue().equals("id_token")) {
                Authentication person = Objects.requireNonNull(token.getPrincipal());
                provider.fill(person.getName(), token.getClaims());
            }
        };
    }

    /** Asks whoever is logged in once more, where the client says so; Spring's own does not. */
    private static final class Again extends OncePerRequestFilter {

        private static final String ASKED = "asked again";

        private final IdentityProvider provider;

        private Again(IdentityProvider provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            HttpSession session = request.getSession(false);
            if (session != null && provider.asksAgain() && "login".equals(request.getParameter("prompt"))) {
                String state = request.getParameter("state");
                if (!state.equals(session.getAttribute(ASKED))) {
                    session.setAttribute(ASKED, state);
                    session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
                }
            }
            chain.doFilter(request, response);
        }
    }
}
