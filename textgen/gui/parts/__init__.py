"""What every place is built of: looks, figures, forms, tables and pictures."""
