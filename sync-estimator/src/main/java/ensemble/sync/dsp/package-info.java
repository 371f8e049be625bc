/** Fourier transforms, deconvolution and resampling, as plain functions of arrays. */
@NullMarked
package ensemble.sync.dsp;

import org.jspecify.annotations.NullMarked;
