package nightfill.adapter.web.bearer;

import nightfill.adapter.web.Problems;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.adapter.web.security.ActorInLog;
import nightfill.application.access.AccessTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in programs whose token counts, to what the matrix lets them; and what they send and get is JSON. */
@Configuration(proxyBeanMethods = false)
public class BearerSecurity {

    /** Where programs ask. */
    private static final String[] PATHS = {"/api/**", "/actuator/prometheus"};

    /** Before that of the console, which is for all other paths. */
    @Bean
    @Order(1)
    SecurityFilterChain bearerFilters(HttpSecurity http, BearerTokens tokens, AccessTrail trail, Problems problems) {
        AccessMatrix matrix = new AccessMatrix();
        BearerRefusals refusals = new BearerRefusals(problems, matrix, trail);
        AuthenticationFilter bearer = new AuthenticationFilter(tokens, tokens);
        bearer.setSuccessHandler((request, response, client) -> {});
        bearer.setFailureHandler(refusals);
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(bearer, AnonymousAuthenticationFilter.class)
                .addFilterBefore(new ActorInLog(Client::maybe), AuthorizationFilter.class)
                .addFilterBefore(new ClientLimits(problems), AuthorizationFilter.class)
                .build();
    }

    @Bean
    JacksonJsonHttpMessageConverter strictJson() {
        return Bodies.strict();
    }

    @Bean
    Problems problems(JacksonJsonHttpMessageConverter json) {
        return new Problems(json);
    }

    @Bean
    WebMvcConfigurer jsonOfPrograms(JacksonJsonHttpMessageConverter json) {
        return new WebMvcConfigurer() {
            /** What is sent has one form; whoever says that they want another gets that. */
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer types) {
                types.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(json);
            }
        };
    }
}
