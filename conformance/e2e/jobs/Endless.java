import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Sums a sequence that never ends, slowly and with keyed state: {@code Endless [PAUSE]}, milliseconds; Flink shows it in the job's configuration. */
public class Endless {
    public static void main(String[] args) throws Exception {
        int pause = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.getConfig().setGlobalJobParameters(new Arguments(pause));
        env.fromSequence(1, Long.MAX_VALUE)
                .map(new Slowly(pause)).uid("slowly")
                .keyBy(new LastDigit())
                .reduce(new Sum()).uid("sum")
                .sinkTo(new DiscardingSink<>()).uid("nowhere");
        env.execute("endless");
    }

    static class Arguments extends ExecutionConfig.GlobalJobParameters {
        private final int pause;

        Arguments(int pause) {
            this.pause = pause;
        }

        @Override
        public Map<String, String> toMap() {
            return Map.of("pause", String.valueOf(pause));
        }
    }

    static class Slowly implements MapFunction<Long, Long> {
        private final int pause;

        Slowly(int pause) {
            this.pause = pause;
        }

        @Override
        public Long map(Long value) throws Exception {
            Thread.sleep(pause);
            return value;
        }
    }

    static class LastDigit implements KeySelector<Long, Long> {
        @Override
        public Long getKey(Long value) {
            return value % 10;
        }
    }

    static class Sum implements ReduceFunction<Long> {
        @Override
        public Long reduce(Long a, Long b) {
            return a + b;
        }
    }
}
