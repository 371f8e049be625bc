package ensemble.gateway.web;

/**
 * Why something is not answered.
 *
 * @param status HTTP's number for it, 400 to 599
 * @param sentence what a person should know
 */
record Refusal(int status, String sentence) {}
