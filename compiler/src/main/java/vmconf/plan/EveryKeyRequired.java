package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// A plan names every key, but those that are left out when they are empty.
final class EveryKeyRequired extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        boolean omitted =
                member.hasAnnotation(JsonInclude.class)
                        || member.getDeclaringClass().isAnnotationPresent(JsonInclude.class);
        return !omitted;
    }
}
