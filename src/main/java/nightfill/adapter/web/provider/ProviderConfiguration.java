package nightfill.adapter.web.provider;

import jakarta.servlet.Filter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nightfill.adapter.web.security.AtProvider;
import nightfill.application.access.AccessTrail;
import nightfill.application.sampling.Loss;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;

/** The way in by an identity provider, beside that by an account: the way there, the way back, and nothing else. */
@Configuration(proxyBeanMethods = false)
public class ProviderConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Before those of the console, which know no such pages. */
    @Bean
    @Order(0)
    SecurityFilterChain providerFilters(
            HttpSecurity http, Provider provider, AccessTrail trail, Loss loss, Clock clock) {
        ClientHttpRequestFactory requests = requests();
        ProviderRefusals refusals = new ProviderRefusals(provider, trail, new ProviderLog(clock));
        ProviderRegistration registration = new ProviderRegistration(
                provider, RestClient.builder().requestFactory(requests).build(), clock);
        ProviderLogIn wayBack = new ProviderLogIn(registration, new Vouching(provider, trail, clock), loss);
        wayBack.setAuthenticationManager(proof(requests, clock));
        BegunLogIns begun = new BegunLogIns();
        return http.securityMatchers(here -> here.requestMatchers(HttpMethod.GET, AtProvider.PATH, AtProvider.BACK))
                .authorizeHttpRequests(others -> others.anyRequest().denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(there(registration, begun, refusals), AuthorizationFilter.class)
                .addFilterBefore(back(wayBack, begun, refusals), AuthorizationFilter.class)
                .build();
    }

    private static Filter there(
            ClientRegistrationRepository registration, BegunLogIns begun, ProviderRefusals refusals) {
        OAuth2AuthorizationRequestRedirectFilter there =
                new OAuth2AuthorizationRequestRedirectFilter(new ProviderRequests(registration));
        there.setAuthorizationRequestRepository(begun);
        there.setAuthenticationFailureHandler(refusals);
        return there;
    }

    /** Whoever comes in begins anew: what a stranger, or somebody else, has left in the session is gone with it. */
    private static Filter back(ProviderLogIn back, BegunLogIns begun, ProviderRefusals refusals) {
        SessionFixationProtectionStrategy anew = new SessionFixationProtectionStrategy();
        anew.setMigrateSessionAttributes(false);
        back.setSessionAuthenticationStrategy(anew);
        back.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        back.setAuthorizationRequestRepository(begun);
        back.setAuthenticationFailureHandler(refusals);
        back.setAuthenticationSuccessHandler((request, response, visitor) -> {
            String to = ProviderRequests.to(request);
            response.sendRedirect(to.isEmpty() ? "/" : to);
        });
        return back;
    }

    /** Of state, code, nonce and ID token, as the framework has it. */
    private static AuthenticationManager proof(ClientHttpRequestFactory requests, Clock clock) {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        // the provider's address is encoded already
        DefaultUriBuilderFactory addresses = new DefaultUriBuilderFactory();
        addresses.setEncodingMode(EncodingMode.NONE);
        codes.setRestClient(RestClient.builder()
                .uriBuilderFactory(addresses)
                .requestFactory(requests)
                .configureMessageConverters(texts -> texts.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new StringHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        OidcAuthorizationCodeAuthenticationProvider proof = new OidcAuthorizationCodeAuthenticationProvider(
                codes, proved -> new DefaultOidcUser(List.of(), proved.getIdToken()));
        proof.setJwtDecoderFactory(new ProviderTokens(new RestTemplate(requests), clock));
        return new ProviderManager(proof);
    }

    /** Nobody waits long for a provider, or reads much of it, and none leads to another place than it said. */
    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        return new InterceptingClientHttpRequestFactory(requests, List.of(new ShortAnswers()));
    }
}
