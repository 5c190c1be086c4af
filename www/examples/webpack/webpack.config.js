export default {
  entry: './main.js',
  // the page lies beside `dist`
  devServer: { static: '.', devMiddleware: { publicPath: '/dist/' } },
};
