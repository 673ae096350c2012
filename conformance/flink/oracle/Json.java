import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes one line of JSON; without a library, because the class path is that of whichever Flink is asked. */
final class Json {
    private static final long LARGEST_EXACT = 9007199254740991L;
    private static final String NUMBER = "+-0123456789.eE";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String line) {
        return (Map<String, Object>) new Json(line).next();
    }

    /** Whole numbers that a double cannot hold become texts. */
    static String line(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private Object next() {
        char first = peek();
        switch (first) {
            case '{': return map();
            case '[': return list();
            case '"': return string();
            case 't': at += 4; return true;
            case 'f': at += 5; return false;
            case 'n': at += 4; return null;
            default: return number();
        }
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) at++;
        return text.charAt(at);
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        while (peek() != '}') {
            if (text.charAt(at) == ',') { at++; peek(); }
            String key = string();
            peek();
            at++;
            map.put(key, next());
        }
        at++;
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        while (peek() != ']') {
            if (text.charAt(at) == ',') at++;
            list.add(next());
        }
        at++;
        return list;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(++at);
        switch (c) {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u': at += 4; return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            default: return c;
        }
    }

    private Number number() {
        int start = at;
        while (at < text.length() && NUMBER.indexOf(text.charAt(at)) >= 0) at++;
        String number = text.substring(start, at);
        if (number.matches("-?\\d+")) return Long.valueOf(number);
        return Double.valueOf(number);
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Long && Math.abs((Long) value) > LARGEST_EXACT) out.append('"').append(value).append('"');
        else if (value == null || value instanceof Boolean || value instanceof Number) out.append(value);
        else if (value instanceof Map) writeMap(out, (Map<?, ?>) value);
        else if (value instanceof Collection) writeList(out, (Collection<?>) value);
        else writeString(out, value.toString());
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            writeString(out.append(separator), String.valueOf(entry.getKey()));
            write(out.append(':'), entry.getValue());
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void writeList(StringBuilder out, Collection<?> list) {
        String separator = "[";
        for (Object item : list) {
            write(out.append(separator), item);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    /** ASCII only: no encoding between the two processes can change it, and halves of surrogate pairs stay what they are. */
    private static void writeString(StringBuilder out, String string) {
        out.append('"');
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c >= 0x20 && c < 0x7f) out.append(c);
            else out.append(String.format("\\u%04x", (int) c));
        }
        out.append('"');
    }
}
