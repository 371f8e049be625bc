package ensemble.skill.smarthome.capability;

/**
 * What something is called in one language.
 *
 * @param locale such as {@code en-US}
 */
record Label(String text, String locale) {}
