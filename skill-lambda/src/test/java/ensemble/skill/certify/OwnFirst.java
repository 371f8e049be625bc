package ensemble.skill.certify;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Loads the skill's own classes and resources anew from its places, in their order; all else from its parent. */
final class OwnFirst extends URLClassLoader {
    private static final String OURS = "ensemble.skill.";

    OwnFirst(URL[] places, ClassLoader parent) {
        super(places, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
