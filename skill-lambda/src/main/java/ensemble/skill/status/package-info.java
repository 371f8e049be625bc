/** What may be said or shown of a house; one projection for voice and smart home alike. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.status;
