/** Every sentence the skill says, one place per locale. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.voice.speech;
