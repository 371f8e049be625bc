package ensemble.catalogue.advise;

import ensemble.catalogue.advise.Inventory.Use;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Method;
import ensemble.contract.value.SyncTier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How good a plan is, in points by reason. Owning more only ever adds plans, adds points or lowers costs, so the best
 * plan never gets worse by it.
 */
record Score(Map<String, Double> parts) {
    /** More speakers always outweigh one doubt: else an added speaker could spoil a plan. */
    private static final double PER_SPEAKER = 8;

    private static final double PER_DOUBT = 6;
    private static final double UNKNOWN_RELIABILITY = 2.5;

    static Score of(Method method, Plan plan, Gear gear) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Use use = gear.inventory().use();
        parts.put("plays on fewer speakers", PER_SPEAKER * plan.coverage());
        parts.put("is less closely in sync", closeness(plan.offsetMs()));
        parts.put("is less reliable", 6 * reliability(method));
        parts.put(
                "suits that use less",
                use == null || method.uses().contains(use.name().toLowerCase(java.util.Locale.ROOT)) ? 10.0 : 0.0);
        parts.put("is mono", use == Use.STEREO && plan.stereo() ? 8.0 : 0.0);
        parts.put("is not started by Alexa", gear.hasEcho() && method.voice() ? 8.0 : 0.0);
        parts.put("costs more", -Math.min(15, plan.costUsd() / 10));
        parts.put("rests on doubted claims", -PER_DOUBT * Math.min(1, plan.doubt()));
        parts.put("reaches less far", -plan.distancePenalty());
        return new Score(parts);
    }

    double total() {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The reason that puts this behind another most. */
    String worstAgainst(Score better) {
        String worst = "comes after it by name";
        double gap = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            double less = Objects.requireNonNullElse(better.parts.get(part.getKey()), 0.0) - part.getValue();
            if (less > gap) {
                gap = less;
                worst = part.getKey();
            }
        }
        return worst;
    }

    private static double closeness(@Nullable Double offsetMs) {
        if (offsetMs == null) {
            return 4;
        }
        return SyncTier.of(offsetMs * 1000)
                .map(tier -> switch (tier) {
                    case INAUDIBLE, IMAGE, STUDIO -> 20.0;
                    case TIGHT -> 17.0;
                    case TOGETHER -> 11.0;
                })
                .orElse(offsetMs <= 20 ? 7.0 : 2.0);
    }

    private static double reliability(Method method) {
        return method.facts("reliability")
                .map(Fact::quantity)
                .filter(Objects::nonNull)
                .mapToDouble(quantity -> quantity.worst())
                .findFirst()
                .orElse(UNKNOWN_RELIABILITY);
    }
}
