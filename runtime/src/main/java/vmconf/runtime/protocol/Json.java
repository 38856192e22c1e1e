package vmconf.runtime.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Our records as JSON objects: what is optional is left out, all else has to be there.
final class Json {
    private Json() {}

    static void configure(GsonBuilder builder) {
        builder.registerTypeAdapterFactory(new Records())
                .registerTypeAdapterFactory(new Optionals())
                .registerTypeAdapter(Instant.class, new Instants().nullSafe());
    }

    /// Refuses objects that lack something, or hold what their record refuses.
    private static final class Records implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (!raw.isRecord() || !raw.getPackage().equals(Json.class.getPackage())) {
                return null;
            }
            TypeAdapter<T> fields = gson.getDelegateAdapter(this, type);
            TypeAdapter<JsonElement> tree = gson.getAdapter(JsonElement.class);
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    fields.write(out, value);
                }

                @Override
                public T read(JsonReader in) throws IOException {
                    JsonElement object = tree.read(in);
                    complete(raw, object);
                    try {
                        return fields.fromJsonTree(object);
                    } catch (RuntimeException e) {
                        throw new JsonSyntaxException("malformed " + raw.getSimpleName(), e);
                    }
                }
            };
        }

        private static void complete(Class<?> type, JsonElement object) {
            if (!object.isJsonObject()) {
                throw new JsonSyntaxException("expected an object");
            }
            for (RecordComponent each : type.getRecordComponents()) {
                JsonElement there = object.getAsJsonObject().get(each.getName());
                if (there != null && !there.isJsonNull()) {
                    continue;
                }
                if (each.getType() != Optional.class) {
                    throw new JsonSyntaxException("missing \"" + each.getName() + "\"");
                }
                object.getAsJsonObject().add(each.getName(), JsonNull.INSTANCE);
            }
        }
    }

    private static final class Optionals implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // the type is an Optional, as asked
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class
                    || !(type.getType() instanceof ParameterizedType optional)) {
                return null;
            }
            TypeToken<?> held = TypeToken.get(optional.getActualTypeArguments()[0]);
            return (TypeAdapter<T>) adapter(gson.getAdapter(held));
        }

        private static <E> TypeAdapter<Optional<E>> adapter(TypeAdapter<E> held) {
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, Optional<E> value) throws IOException {
                    if (value.isPresent()) {
                        held.write(out, value.get());
                    } else {
                        out.nullValue();
                    }
                }

                @Override
                public Optional<E> read(JsonReader in) throws IOException {
                    if (in.peek() == JsonToken.NULL) {
                        in.nextNull();
                        return Optional.empty();
                    }
                    return Optional.of(held.read(in));
                }
            };
        }
    }

    /// As ISO 8601 has them.
    private static final class Instants extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            try {
                return Instant.parse(in.nextString());
            } catch (DateTimeException e) {
                throw new JsonSyntaxException("expected a point in time", e);
            }
        }
    }
}
