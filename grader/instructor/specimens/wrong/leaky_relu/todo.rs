//! Not begun.
//!
//! fails: all
//! diagnosis: none

todo!("LeakyReLU of a tensor of shape {:?}", x.shape())
