//! The sets of instructions that a loop is compiled for.

#[cfg(target_arch = "x86_64")]
use multiversion::multiversion;
#[cfg(target_arch = "x86_64")]
use multiversion::target::target_cfg_f;
use solutions::{Tensor, elementwise};

/// A set of instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// What all processors of this kind have.
    Baseline,
    /// Vectors of eight numbers.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// Vectors of sixteen numbers.
    #[cfg(target_arch = "x86_64")]
    Avx512,
    /// The one that `elementwise` takes here, in its own loop.
    Elementwise,
}

impl Set {
    /// Those that this processor has; the first is the baseline.
    pub fn here() -> Vec<Self> {
        #[cfg(target_arch = "x86_64")]
        let wider = [has_avx2().then_some(Self::Avx2), has_avx512().then_some(Self::Avx512)];
        #[cfg(not(target_arch = "x86_64"))]
        let wider: [Option<Self>; 0] = [];
        [Self::Baseline, Self::Elementwise].into_iter().chain(wider.into_iter().flatten()).collect()
    }

    /// What to call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Baseline => "the baseline",
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => "AVX2",
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => "AVX-512",
            Self::Elementwise => "what elementwise takes",
        }
    }

    /// f of each value, by a loop that is compiled for these instructions. With a set that this processor does not
    /// have, it is the baseline's loop.
    pub fn map(self, x: &Tensor, f: impl Fn(f32) -> f32) -> Tensor {
        match self {
            Self::Baseline => x.mapv(f),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => with_avx2(x.clone(), f),
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => with_avx512(x.clone(), f),
            Self::Elementwise => elementwise(x, f),
        }
    }
}

/// Whether [`with_avx2`] is compiled for AVX2 where this runs.
#[cfg(target_arch = "x86_64")]
#[multiversion(targets("x86_64+avx2"))]
fn has_avx2() -> bool {
    target_cfg_f!(target_feature = "avx2")
}

/// Whether [`with_avx512`] is compiled for AVX-512 where this runs, as it comes with Ice Lake and later.
#[cfg(target_arch = "x86_64")]
#[multiversion(targets("x86_64+avx512f"))]
fn has_avx512() -> bool {
    target_cfg_f!(target_feature = "avx512f")
}

#[cfg(target_arch = "x86_64")]
#[multiversion(targets("x86_64+avx2"))]
fn with_avx2(mut x: Tensor, f: impl Fn(f32) -> f32) -> Tensor {
    for v in x.as_slice_mut().expect("in one piece") {
        *v = f(*v);
    }
    x
}

#[cfg(target_arch = "x86_64")]
#[multiversion(targets("x86_64+avx512f"))]
fn with_avx512(mut x: Tensor, f: impl Fn(f32) -> f32) -> Tensor {
    for v in x.as_slice_mut().expect("in one piece") {
        *v = f(*v);
    }
    x
}
