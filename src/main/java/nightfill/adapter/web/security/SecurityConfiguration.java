package nightfill.adapter.web.security;

import java.time.InstantSource;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.Problems;
import nightfill.application.access.AccessTrail;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Lets in whom the accounts let in, to what the matrix lets them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    private static final int STRANGERS = 10_000;

    /** Before everything else, so that also what is turned away at once is on its guard. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headers() {
        FilterRegistrationBean<HeaderWriterFilter> first =
                new FilterRegistrationBean<>(new HeaderWriterFilter(Headers.writers()));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    /**
     * Bodies that come by halves are kept from the pages. In place of the server's own error pages, and behind the
     * framework's, are ours: the last to come is the first to answer.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doors() {
        return server -> {
            server.addContextValves(new HalfSentRequests());
            server.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new PlainErrors());
            });
        };
    }

    /** After the encoding is set, and before anybody needs a field of the form. */
    @Bean
    FilterRegistrationBean<UnreadableForms> unreadable(Pages pages) {
        FilterRegistrationBean<UnreadableForms> early = new FilterRegistrationBean<>(new UnreadableForms(pages));
        early.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return early;
    }

    @Bean
    Strangers strangers() {
        return new Strangers(STRANGERS);
    }

    /** What is no clean request at all. */
    @Bean
    RequestRejectedHandler unclean(Pages pages, Problems problems) {
        return (request, response, rejection) -> {
            if (AccessMatrix.isForPrograms(request.getRequestURI())) {
                problems.send(request, response, HttpStatus.BAD_REQUEST, "this is no clean address; nothing was done");
            } else {
                pages.send(response, HttpStatus.BAD_REQUEST, request, Notice.UNREADABLE);
            }
        };
    }

    /** {@link AccountLogIn} is found as the one provider there is; named here too, it would be asked twice. */
    @Bean
    SecurityFilterChain consoleFilters(
            HttpSecurity http, KnownAccounts accounts, AccessTrail trail, Pages pages, InstantSource clock) {
        AccessMatrix matrix = new AccessMatrix();
        Refusals refusals = new Refusals(pages, matrix, trail);
        WayIn wayIn = new WayIn();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
                .formLogin(form -> form.loginPage(WayIn.PATH)
                        .loginProcessingUrl(WayIn.PATH)
                        .usernameParameter("name")
                        .authenticationDetailsSource(Typed::in)
                        .successHandler(wayIn)
                        .failureHandler(wayIn))
                .logout(logout -> logout.logoutUrl("/log-out")
                        .addLogoutHandler((request, response, who) ->
                                Signer.maybe(who, request).ifPresent(trail::loggedOut))
                        .logoutSuccessUrl(WayIn.PATH + "?left"))
                .exceptionHandling(
                        failures -> failures.accessDeniedHandler(refusals).authenticationEntryPoint(wayIn))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ForeignRequests(refusals), CsrfFilter.class)
                .addFilterBefore(new KnownMethods(pages), ForeignRequests.class)
                .addFilterBefore(new SessionRules(accounts, clock, pages), AuthorizationFilter.class)
                .addFilterAfter(new ActorInLog(Signer::maybe), SessionRules.class)
                .build();
    }
}
