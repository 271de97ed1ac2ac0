//! Two threads, one for each half.
//!
//! takes: single values

let values: Vec<f32> = x.iter().copied().collect();
let (first, second) = values.split_at(values.len() / 2);
let half = |part: &[f32]| self.right(&Tensor::from_shape_vec(vec![part.len()], part.to_vec()).unwrap());
let (first, second) = std::thread::scope(|scope| {
    let first = scope.spawn(|| half(first));
    let second = half(second);
    (first.join().unwrap(), second)
});
let values = first.iter().chain(&second).copied().collect();
Tensor::from_shape_vec(x.raw_dim(), values).unwrap()
