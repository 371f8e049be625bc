package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One codec for speakers that play together: unlike codecs are unlike latencies. SBC is what all have; something better only
 * where the owner wishes it and all agree.
 */
final class CodecRule {
    private CodecRule() {}

    /**
     * @param offers what each speaker says it can play; an empty set = not known
     * @return the codec for all of them
     */
    static Codec forGroup(CodecWish wish, Collection<Set<Codec>> offers) {
        if (wish == CodecWish.ALIKE || offers.isEmpty()) {
            return Codec.SBC;
        }
        Set<Codec> common = EnumSet.allOf(Codec.class);
        common.remove(Codec.OTHER);
        offers.forEach(common::retainAll);
        Optional<Codec> best = common.stream().reduce((worse, better) -> better);
        return best.orElse(Codec.SBC);
    }
}
