// title: Remove what a constraint left behind
// purpose: A constraint whose making was cut off may leave its index, in the way of making it again.
// access: write
// parameters:
//   name: text
// columns:
DROP INDEX $name IF EXISTS
