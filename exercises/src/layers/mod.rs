//! Layers to use the activations in, given and complete: here they only show the activations at
//! work. How they are built is the subject of the next module of the course.

mod dense;
mod sequential;
mod shape_error;

pub use dense::Dense;
pub use sequential::Sequential;
pub use shape_error::ShapeError;
