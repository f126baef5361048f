package nightfill.adapter.postgres.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the class of the domain whose rule the statements of a class carry out, for all rows at once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TwinOf {

    /** The definition, which names its twin in turn. */
    Class<?> value();
}
