//! Not begun.
//!
//! fails: all
//! diagnosis: none

todo!("ReLU of a tensor of shape {:?}", x.shape())
