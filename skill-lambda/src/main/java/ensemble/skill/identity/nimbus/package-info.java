/** Access tokens checked offline against cached keys, by nimbus-jose-jwt. */
@org.jspecify.annotations.NullMarked
package ensemble.skill.identity.nimbus;
