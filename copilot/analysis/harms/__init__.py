"""What an ethics review computes beyond the law: harms, precedents, triangle, recommendation."""
