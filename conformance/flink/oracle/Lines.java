import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the oracles share: a question a line, and the same line again with `err`, or with what Flink answered. */
final class Lines {
    interface Oracle {
        void answer(Map<String, Object> question, Map<String, Object> answer) throws Throwable;
    }

    private Lines() {}

    static void run(Oracle oracle) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<String, Object> question = Json.object(line);
            Map<String, Object> answer = new LinkedHashMap<>(question);
            try {
                oracle.answer(question, answer);
            } catch (Throwable thrown) {
                answer.put("err", Flink.chain(thrown));
            }
            out.println(Json.line(answer));
        }
        out.flush();
    }
}
